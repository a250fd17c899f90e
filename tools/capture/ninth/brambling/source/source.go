// Package source is a tree of files.
package source

import (
	"fmt"
	"sync/atomic"
)

// Symbol is where a name was declared.
type Symbol struct{ Line int }

// File is one of a tree.
type File struct {
	Path    string
	Size    int
	Imports []string
	Symbols map[string]*Symbol
}

// Change is some files that belong together.
type Change struct {
	Name  string
	Files []File
}

// Tree has files.
type Tree struct {
	files []File
	at    int64
}

// NewTree has n files. A few import what nobody has declared.
func NewTree(n int) *Tree {
	t := &Tree{}
	for i := 0; i < n; i++ {
		f := File{Path: fmt.Sprintf("pkg/%02d/file%03d", i%40, i), Size: i * 31 % 257, Symbols: make(map[string]*Symbol)}
		for j := 0; j < 30; j++ {
			name := fmt.Sprintf("name%02d", (i+j)%64)
			f.Imports = append(f.Imports, name)
			f.Symbols[name] = &Symbol{Line: j}
		}
		if i%10 == 7 {
			f.Imports = append(f.Imports, "undeclared")
		}
		t.files = append(t.files, f)
	}
	return t
}

// Next returns the files in turn, without the odd ones.
func (t *Tree) Next() File {
	for {
		f := t.files[int(atomic.AddInt64(&t.at, 1))%len(t.files)]
		if len(f.Imports) == 30 {
			return f
		}
	}
}

// Changes returns n changes of five files each.
func (t *Tree) Changes(n int) []Change {
	changes := make([]Change, n)
	for i := range changes {
		changes[i].Name = fmt.Sprintf("change %d", i)
		for j := 0; j < 5; j++ {
			changes[i].Files = append(changes[i].Files, t.files[(i*17+j*5)%len(t.files)])
		}
	}
	return changes
}
