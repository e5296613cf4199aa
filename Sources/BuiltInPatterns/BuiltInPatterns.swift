// The generated file EmbeddedPatterns.swift holds the files of `Patterns/` in their compact form.
