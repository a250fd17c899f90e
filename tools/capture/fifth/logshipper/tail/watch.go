// Package tail reads what is added to files.
package tail

import (
	"context"
	"log"
	"os"
	"path/filepath"
	"strings"
)

// Watch follows every file of a folder, each once.
type Watch struct {
	folder string
	take   func(ctx context.Context, line string)
	known  map[string]bool
}

// NewWatch hands each line to take.
func NewWatch(folder string, take func(ctx context.Context, line string)) *Watch {
	return &Watch{folder: folder, take: take, known: make(map[string]bool)}
}

// Look follows the files that are new; it must not run twice at a time.
func (w *Watch) Look(ctx context.Context) {
	entries, err := os.ReadDir(w.folder)
	if err != nil {
		log.Print(err)
		return
	}
	for _, entry := range entries {
		if name := entry.Name(); strings.HasSuffix(name, ".log") && !w.known[name] {
			w.known[name] = true
			t := &tailer{path: filepath.Join(w.folder, name), take: w.take}
			go t.run(ctx)
		}
	}
}
