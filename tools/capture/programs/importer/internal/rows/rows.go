// Package rows reads price files row by row.
package rows

import (
	"bufio"
	"io"
	"strings"
)

// Reader hands out the rows of one file.
type Reader struct{ source io.Reader }

// Open reads from source.
func Open(source io.Reader) *Reader { return &Reader{source: source} }

// Rows returns a channel that is closed at the end of the file.
func (r *Reader) Rows() <-chan []string {
	out := make(chan []string)
	go r.scan(out)
	return out
}

func (r *Reader) scan(out chan<- []string) {
	defer close(out)
	lines := bufio.NewScanner(r.source)
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" {
			out <- strings.Split(line, ";")
		}
	}
}
