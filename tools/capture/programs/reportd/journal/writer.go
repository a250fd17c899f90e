// Package journal collects lines.
package journal

import (
	"bytes"
	"sync"
)

// Writer holds the lines.
type Writer struct {
	mu  sync.Mutex
	out bytes.Buffer
}

// Line adds one line.
func (w *Writer) Line(text string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.out.WriteString(text)
	w.out.WriteByte('\n')
}

// Tail returns the last n bytes.
func (w *Writer) Tail(n int) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	all := w.out.Bytes()
	if len(all) < n {
		n = len(all)
	}
	return string(all[len(all)-n:])
}
