package provider

import (
	"sync"

	"go.firecrest.example/nodes/firecrest/task"
)

// Watched tells late messages from new ones.
type Watched struct {
	Provider
	removed sync.Map
}

// Watch wraps a provider.
func Watch(p Provider) *Watched { return &Watched{Provider: p} }

// Remove notes the task.
func (w *Watched) Remove(t *task.Task) {
	w.removed.Store(t.Name, t)
	w.Provider.Remove(t)
}

// State is "gone" for what was removed.
func (w *Watched) State(name string) (string, bool) {
	if _, gone := w.removed.Load(name); gone {
		return "gone", true
	}
	return w.Provider.State(name)
}
