// Package spool keeps documents until they are printed.
package spool

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

type document struct {
	number int
	state  string
	file   *os.File
}

var errEmpty = errors.New("no pages")

// Yard has a list of documents.
type Yard struct {
	folder    string
	documents map[int]*document
}

// NewYard writes below folder.
func NewYard(folder string) *Yard { return &Yard{folder: folder, documents: map[int]*document{}} }

// Create opens a document's file.
func Create(folder string, number int) (*document, error) {
	file, err := os.Create(filepath.Join(folder, fmt.Sprintf("doc-%d", number)))
	if err != nil {
		return nil, err
	}
	return &document{number: number, state: "open", file: file}, nil
}

// Accept spools a document.
func (y *Yard) Accept(number int) error {
	d, err := Create(y.folder, number)
	if err != nil {
		return err
	}
	y.documents[number] = d
	if number%4 == 1 {
		d.state = "rejected"
		return errEmpty
	}
	d.file.WriteString("page 1\f")
	d.file.Close()
	delete(y.documents, number)
	return os.Remove(d.file.Name())
}
