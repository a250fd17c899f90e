// Package level has sorted files.
package level

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"

	"go.cassia.example/store/cassia/memtable"
)

// Level has at most four files.
type Level struct {
	folder string
	files  []string
	next   int
}

// New has none.
func New(folder string) *Level { return &Level{folder: folder} }

// Take writes pairs to a new file.
func (l *Level) Take(pairs []memtable.Pair) error {
	name := filepath.Join(l.folder, fmt.Sprintf("%05d.sst", l.next))
	l.next++
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriter(f)
	for _, p := range pairs {
		fmt.Fprintf(out, "%s %d\n", p.Key, len(p.Value))
	}
	if l.files = append(l.files, name); len(l.files) == 4 {
		if err := l.merge(); err != nil {
			return err
		}
	}
	return out.Flush()
}

func (l *Level) merge() error {
	for _, name := range l.files[:3] {
		if err := os.Remove(name); err != nil {
			return err
		}
	}
	l.files = append([]string(nil), l.files[3])
	return nil
}
