// Package folders keeps the settings of each folder up to date.
package folders

import (
	"context"
	"log"
	"os"
	"path/filepath"
	"sync"
	"time"

	"hub.tessera.example/base/cadence"

	"git.cabinet.example/sync/papertrail/notify"
)

// Keeper watches the folders of a root.
type Keeper struct {
	root    string
	watches map[string]*notify.Watch

	mu    sync.Mutex
	texts map[string][]byte
}

// NewKeeper has no folder yet.
func NewKeeper(root string) *Keeper {
	return &Keeper{root: root, watches: make(map[string]*notify.Watch), texts: make(map[string][]byte)}
}

// Run looks for new folders and for those that are gone, each second.
func (k *Keeper) Run(ctx context.Context) { cadence.Loop(ctx, time.Second, func(int) { k.look() }) }

func (k *Keeper) look() {
	entries, err := os.ReadDir(k.root)
	if err != nil {
		log.Print(err)
		return
	}
	here := make(map[string]bool, len(entries))
	for _, e := range entries {
		here[e.Name()] = true
		if k.watches[e.Name()] == nil {
			k.begin(e.Name())
		}
	}
	for name, w := range k.watches {
		if !here[name] {
			delete(k.watches, name)
			if err := w.Close(); err != nil {
				log.Print(err)
			}
		}
	}
}

func (k *Keeper) begin(name string) {
	w, err := notify.Open(filepath.Join(k.root, name))
	if err != nil {
		log.Print(err)
		return
	}
	k.watches[name] = w
	go k.follow(name, w)
}

func (k *Keeper) follow(name string, w *notify.Watch) {
	for names := range w.Changes {
		for _, n := range names {
			k.read(filepath.Join(name, n))
		}
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.texts, filepath.Join(name, "app.conf"))
}

func (k *Keeper) read(path string) {
	text, err := os.ReadFile(filepath.Join(k.root, path))
	if err != nil {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.texts[path] = text
}
