// Package sink writes lines to files of limited size.
package sink

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
)

// Rolling starts a new file when the current one is full.
type Rolling struct {
	dir     string
	max     int
	written int
	current *bufio.Writer
	closing []*bufio.Writer
}

// NewRolling writes files of max bytes into dir.
func NewRolling(dir string, max int) *Rolling { return &Rolling{dir: dir, max: max, written: max} }

// Write writes one line.
func (r *Rolling) Write(line string) error {
	if r.written >= r.max {
		if err := r.roll(); err != nil {
			return err
		}
	}
	n, err := fmt.Fprintln(r.current, line)
	r.written += n
	return err
}

func (r *Rolling) roll() error {
	name := filepath.Join(r.dir, fmt.Sprintf("service.%d.log", len(r.closing)%50))
	f, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if r.current != nil {
		r.closing = append(r.closing, r.current)
	}
	r.current, r.written = bufio.NewWriterSize(f, 8<<10), 0
	return nil
}
