/** `lower(text)`: https://developer.hashicorp.com/terraform/language/functions/lower */
import { lowerCase } from "../formats/letterCase.ts";
import { letterFunction } from "./letterFunction.ts";

export const lower = letterFunction("lower", lowerCase);
