// Package document reads documents.
package document

import "hash/fnv"

// Document is one of them.
type Document struct {
	Path string
	Text []byte
}

// Read reads the document at path.
func Read(path string) *Document {
	h := fnv.New32a()
	h.Write([]byte(path))
	d := &Document{Path: path, Text: make([]byte, 4<<10+h.Sum32()%(60<<10))}
	for i := 0; i < len(d.Text); i += 128 {
		d.Text[i] = byte(i)
	}
	return d
}
