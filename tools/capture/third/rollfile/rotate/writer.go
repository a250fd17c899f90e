// Package rotate writes log files that begin anew when they are long enough.
package rotate

import (
	"bytes"
	"compress/flate"
	"io"
	"os"
	"sync"
)

// Writer is one log. Old parts of it are packed in the background.
type Writer struct {
	limit int64

	mu   sync.Mutex
	file *os.File
	size int64

	starting sync.Once
	old      chan []byte
	packed   bytes.Buffer
}

// New returns a log that opens its file when it is first written.
func New(limit int64) *Writer { return &Writer{limit: limit} }

// Write appends to the file.
func (w *Writer) Write(line []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.file == nil {
		if err := w.open(); err != nil {
			return 0, err
		}
	}
	if w.size+int64(len(line)) > w.limit {
		w.turn()
	}
	n, err := w.file.Write(line)
	w.size += int64(n)
	return n, err
}

func (w *Writer) open() error {
	file, err := os.CreateTemp("", "job-*.log")
	if err != nil {
		return err
	}
	w.file, w.size = file, 0
	w.starting.Do(func() {
		w.old = make(chan []byte, 1)
		go w.pack()
	})
	return os.Remove(file.Name())
}

func (w *Writer) turn() {
	text := make([]byte, w.size)
	if _, err := w.file.ReadAt(text, 0); err == nil {
		w.old <- text
	}
	w.size = 0
}

// pack shortens old parts as they come.
func (w *Writer) pack() {
	for text := range w.old {
		w.packed.Reset()
		f, err := flate.NewWriter(&w.packed, flate.BestSpeed)
		if err != nil {
			return
		}
		if _, err := io.Copy(f, bytes.NewReader(text)); err != nil {
			return
		}
		f.Close()
	}
}

// Close closes the file; a later Write opens another.
func (w *Writer) Close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.file == nil {
		return nil
	}
	err := w.file.Close()
	w.file = nil
	return err
}
