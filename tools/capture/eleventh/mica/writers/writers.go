// Package writers write logs.
package writers

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sync"
)

// Writers have a log each.
type Writers struct {
	mu     sync.Mutex
	folder string
	count  int
}

// New has n in a folder.
func New(folder string, n int) *Writers { return &Writers{folder: folder, count: n} }

func (w *Writers) path(n int) string {
	return filepath.Join(w.folder, fmt.Sprintf("service-%d.log", n%w.count))
}

// Write writes line n.
func (w *Writers) Write(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	file, err := os.OpenFile(w.path(n), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		log.Print(err)
		return
	}
	defer file.Close()
	fmt.Fprintf(file, "line %d of the day\n", n)
}

// Rotate moves a log away and removes what was moved before.
func (w *Writers) Rotate(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	old := w.path(n) + ".1"
	if err := os.Rename(w.path(n), old); err != nil {
		log.Print(err)
		return
	}
	if err := os.Remove(old); err != nil {
		log.Print(err)
	}
}
