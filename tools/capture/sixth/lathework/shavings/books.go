// Package shavings has an open file for each lathe and shift.
package shavings

import (
	"bufio"
	"log"
	"os"
	"path/filepath"
	"sync"
)

type book struct {
	*bufio.Writer
	file *os.File
}

// Books are below one folder.
type Books struct {
	folder string
	mu     sync.Mutex
	open   map[string]book
}

// New writes below folder.
func New(folder string) *Books { return &Books{folder: folder, open: make(map[string]book)} }

// Write adds a line to the book of that name.
func (b *Books) Write(name, line string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	one, err := b.find(filepath.Join(b.folder, filepath.FromSlash(name)))
	if err != nil {
		return err
	}
	_, err = one.WriteString(line)
	return err
}

func (b *Books) find(path string) (book, error) {
	if one, ok := b.open[path]; ok {
		return one, nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return book{}, err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return book{}, err
	}
	one := book{Writer: bufio.NewWriter(file), file: file}
	b.open[path] = one
	return one, nil
}

// End writes what is left of a book and closes it.
func (b *Books) End(name string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	one, ok := b.open[name]
	if !ok {
		return
	}
	delete(b.open, name)
	if err := one.Flush(); err != nil {
		log.Print(err)
	}
	if err := one.file.Close(); err != nil {
		log.Print(err)
	}
}
