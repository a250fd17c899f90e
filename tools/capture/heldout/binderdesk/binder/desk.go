// Package binder reads binders, some of which stay open.
package binder

import (
	"fmt"
	"os"
	"path/filepath"

	"go.northgate.example/kit/lru"
)

// Desk has open binders.
type Desk struct {
	folder string
	open   *lru.Cache[int, *os.File]
}

// NewDesk writes n binders and keeps at most some of them open.
func NewDesk(folder string, n, open int) (*Desk, error) {
	d := &Desk{folder: folder, open: lru.New[int, *os.File](open)}
	for number := range n {
		if err := os.WriteFile(d.name(number), fmt.Appendf(nil, "binder %04d", number), 0o600); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func (d *Desk) name(number int) string { return filepath.Join(d.folder, fmt.Sprint(number)) }

// Read returns a binder's text.
func (d *Desk) Read(number int) (string, error) {
	file, ok := d.open.Get(number)
	if !ok {
		var err error
		if file, err = os.Open(d.name(number)); err != nil {
			return "", err
		}
		if old, evicted := d.open.Add(number, file); evicted {
			old.Close()
		}
	}
	text := make([]byte, 11)
	_, err := file.ReadAt(text, 0)
	return string(text), err
}
