// Package kennel keeps tools at hand.
package kennel

import (
	"fmt"
	"log"
	"sync"
)

type box struct {
	mu   sync.Mutex
	tool *tool
}

// Kennel has a fixed number of tools.
type Kennel struct {
	path  string
	args  []string
	boxes []*box
}

// New has n tools of a kind.
func New(n int, path string, args ...string) *Kennel {
	k := &Kennel{path: path, args: args}
	for i := 0; i < n; i++ {
		k.boxes = append(k.boxes, &box{})
	}
	return k
}

// Start starts all.
func (k *Kennel) Start() error {
	for _, b := range k.boxes {
		t, err := start(k.path, k.args)
		if err != nil {
			return err
		}
		b.tool = t
	}
	return nil
}

// Filter sends a line through one of the tools.
func (k *Kennel) Filter(n int, line string) error {
	b := k.boxes[n%len(k.boxes)]
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, err := fmt.Fprintln(b.tool.in, line); err != nil {
		return err
	}
	if back, ok := <-b.tool.lines; !ok || back != line {
		return fmt.Errorf("kennel: %q came back as %q", line, back)
	}
	return nil
}

// Replace ends a tool and starts another.
func (k *Kennel) Replace(n int) {
	b := k.boxes[n%len(k.boxes)]
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tool.stop()
	t, err := start(k.path, k.args)
	if err != nil {
		log.Print(err)
		return
	}
	b.tool = t
}
