"""Ground floor: what things are (typed structs) and the rules about them. Pure, no input or output."""
