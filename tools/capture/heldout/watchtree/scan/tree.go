// Package scan goes through folders.
package scan

import (
	"log"

	"git.mirror.example/sync/watchtree/notify"
)

// Tree has a watch for each part.
type Tree struct {
	folder  string
	watches map[int]*notify.Watch
}

// NewTree has visited nothing.
func NewTree(folder string) *Tree { return &Tree{folder: folder, watches: map[int]*notify.Watch{}} }

// Visit watches a part from now on.
func (t *Tree) Visit(part int) {
	w, err := notify.Add(t.folder)
	if err != nil {
		log.Print(err)
		return
	}
	t.watches[part] = w
}
