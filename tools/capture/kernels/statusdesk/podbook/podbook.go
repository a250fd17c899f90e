// Package podbook keeps what is known of pods and syncs it.
package podbook

import (
	"math/rand"
	"sync"
	"time"
)

// Desk has statuses.
type Desk struct {
	mu      sync.RWMutex
	byPod   map[int]int
	changed chan int
}

func (d *Desk) syncAll() {
	for pod := range d.changed {
		time.Sleep(30 * time.Millisecond)
		d.forget(pod)
	}
}

func (d *Desk) forget(pod int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.byPod, pod)
}

func (d *Desk) set(pod, status int) {
	d.mu.Lock()
	d.byPod[pod] = status
	d.mu.Unlock()
	d.changed <- pod
}

// Run has thirty reporters.
func Run(int) {
	d := &Desk{byPod: map[int]int{}, changed: make(chan int)}
	go d.syncAll()
	for i := 0; i < 30; i++ {
		go func(pod int) {
			for turn := 0; ; turn++ {
				d.set(pod, turn)
				time.Sleep(time.Duration(rand.Intn(300)) * time.Millisecond)
			}
		}(i)
	}
}
