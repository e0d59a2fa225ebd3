/** `upper(text)`: https://developer.hashicorp.com/terraform/language/functions/upper */
import { upperCase } from "../formats/letterCase.ts";
import { letterFunction } from "./letterFunction.ts";

export const upper = letterFunction("upper", upperCase);
