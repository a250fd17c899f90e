// Package db has the blocks of a folder.
package db

import (
	"fmt"
	"log"
	"path/filepath"
	"sync"

	"git.chartmakers.example/tsdb/mapdrawer/block"
)

// DB answers from its blocks.
type DB struct {
	folder string

	mu     sync.RWMutex
	blocks map[string]*block.Reader
	loaded []*block.Reader
}

// New has no blocks before the first Reload.
func New(folder string) *DB {
	return &DB{folder: folder, blocks: make(map[string]*block.Reader)}
}

// Reload takes blocks that are new and drops those that are gone.
func (d *DB) Reload() error {
	paths, err := filepath.Glob(filepath.Join(d.folder, "*.block"))
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	next := make(map[string]*block.Reader, len(paths))
	for _, path := range paths {
		r, err := block.Open(path)
		if err != nil {
			return err
		}
		d.loaded = append(d.loaded, r)
		if old, known := d.blocks[r.Name]; known {
			r = old
		}
		next[r.Name] = r
	}
	for name, old := range d.blocks {
		if next[name] == nil {
			if err := old.Close(); err != nil {
				log.Print(err)
			}
		}
	}
	d.blocks = next
	return nil
}

// Sum answers from one block.
func (d *DB) Sum(n int) uint64 {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.blocks[fmt.Sprintf("%05d", n)].Sum()
}
