// Package wire parses requests without copying.
package wire

import (
	"bytes"
	"io"
	"log"
)

// Line is a role and what it said.
type Line struct {
	Role, Text []byte
}

// Read returns the lines of a request.
func Read(r io.Reader) []Line {
	buffer := make([]byte, 64<<10)
	n, err := io.ReadFull(r, buffer)
	if err != nil && err != io.ErrUnexpectedEOF {
		log.Print(err)
		return nil
	}
	var lines []Line
	for _, text := range bytes.Split(buffer[:n], []byte("\n")) {
		if role, rest, found := bytes.Cut(text, []byte("|")); found {
			lines = append(lines, Line{Role: role, Text: rest})
		}
	}
	return lines
}
