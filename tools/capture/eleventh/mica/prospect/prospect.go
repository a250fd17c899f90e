// Package prospect finds logs.
package prospect

import (
	"log"
	"os"
	"path/filepath"

	"go.mica.example/ship/mica/harvest"
)

// Prospector looks into a folder.
type Prospector struct {
	folder  string
	current map[string]*harvest.Harvester
	orphans []*harvest.Harvester
	shipped int
}

// New looks into folder.
func New(folder string) *Prospector {
	return &Prospector{folder: folder, current: make(map[string]*harvest.Harvester)}
}

// Scan reads what is new.
func (p *Prospector) Scan(int) {
	paths, err := filepath.Glob(filepath.Join(p.folder, "*.log"))
	if err != nil {
		log.Print(err)
		return
	}
	for _, path := range paths {
		p.follow(path)
	}
	p.retire()
}

func (p *Prospector) follow(path string) {
	info, err := os.Stat(path)
	if err != nil {
		return
	}
	h := p.current[path]
	if h != nil && !h.Is(info) {
		p.orphans = append(p.orphans, h)
		h = nil
	}
	if h == nil {
		if h, err = harvest.Open(path); err != nil {
			log.Print(err)
			return
		}
		p.current[path] = h
	}
	p.read(h)
}

func (p *Prospector) retire() {
	kept := p.orphans[:0]
	for _, h := range p.orphans {
		p.read(h)
		if !h.Complete() {
			kept = append(kept, h)
			continue
		}
		if err := h.Close(); err != nil {
			log.Print(err)
		}
	}
	p.orphans = kept
}

func (p *Prospector) read(h *harvest.Harvester) {
	if err := h.Read(func(string) { p.shipped++ }); err != nil {
		log.Print(err)
	}
}
