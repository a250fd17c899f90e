package spool

import (
	"bufio"
	"context"
	"os"
)

// Reader reads what is spooled.
type Reader struct {
	names <-chan string
	lines int
}

// NewReader reads the files of names.
func NewReader(names <-chan string) *Reader { return &Reader{names: names} }

// Follow reads file after file until there are no more.
func (r *Reader) Follow(ctx context.Context) error {
	for name, ok := r.next(ctx); ok; name, ok = r.next(ctx) {
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		for lines := bufio.NewScanner(file); lines.Scan(); {
			r.lines++
		}
		if err := os.Remove(name); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func (r *Reader) next(ctx context.Context) (string, bool) {
	select {
	case name, ok := <-r.names:
		return name, ok
	case <-ctx.Done():
		return "", false
	}
}
