// Package journal writes lines into files, one after the other.
package journal

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
)

// Limits are how long a file gets and how many are open.
type Limits struct {
	Bytes int64
	Files int
}

// Journal has files, the newest last.
type Journal struct {
	folder, name string
	limits       Limits

	mu      sync.Mutex
	files   []*os.File
	written int64
	number  int
}

// Open begins the first file.
func Open(folder, name string, l Limits) (*Journal, error) {
	j := &Journal{folder: folder, name: name, limits: l}
	return j, j.turn()
}

// turn begins a file and gives up the oldest when there are too many.
func (j *Journal) turn() error {
	path := filepath.Join(j.folder, fmt.Sprintf("%s.%06d", j.name, j.number))
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	j.number++
	j.written = 0
	j.files = append(j.files, f)
	if len(j.files) <= j.limits.Files {
		return nil
	}
	oldest := j.files[0]
	j.files = append(make([]*os.File, 0, j.limits.Files+1), j.files[1:]...)
	if err := oldest.Close(); err != nil {
		return err
	}
	return os.Remove(oldest.Name())
}

// Line writes a line.
func (j *Journal) Line(text string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	n, err := io.WriteString(j.files[len(j.files)-1], text+"\n")
	if err != nil {
		return err
	}
	if j.written += int64(n); j.written < j.limits.Bytes {
		return nil
	}
	return j.turn()
}

// Back reads the beginning of a file so many before the newest, or of the oldest.
func (j *Journal) Back(files, most int) ([]byte, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	at := len(j.files) - 1 - files
	if at < 0 {
		at = 0
	}
	text := make([]byte, most)
	n, err := j.files[at].ReadAt(text, 0)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return text[:n], err
}
