// Package ledger is what a member has written down.
package ledger

import (
	"encoding/json"
	"io"
	"strings"
	"sync"

	"github.com/hashicorp/raft"
)

// Ledger has the last word on each matter.
type Ledger struct {
	mu      sync.Mutex
	matters map[string]string
}

// New is empty.
func New() *Ledger { return &Ledger{matters: make(map[string]string)} }

// Apply writes one down.
func (l *Ledger) Apply(entry *raft.Log) interface{} {
	matter, word, _ := strings.Cut(string(entry.Data), " ")
	l.mu.Lock()
	defer l.mu.Unlock()
	l.matters[matter] = word
	return nil
}

type page struct{ text []byte }

// Snapshot is a copy of all.
func (l *Ledger) Snapshot() (raft.FSMSnapshot, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	text, err := json.Marshal(l.matters)
	return &page{text: text}, err
}

// Restore takes a copy over.
func (l *Ledger) Restore(from io.ReadCloser) error {
	defer from.Close()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.matters = make(map[string]string)
	return json.NewDecoder(from).Decode(&l.matters)
}

// Persist writes the copy.
func (p *page) Persist(sink raft.SnapshotSink) error {
	if _, err := sink.Write(p.text); err != nil {
		_ = sink.Cancel()
		return err
	}
	return sink.Close()
}

// Release does nothing.
func (p *page) Release() {}
