package extension

import (
	"context"
	"fmt"
	"sync"

	"dev.whinchat.example/host/whinchat/topic"
)

// Registry has one extension of each name.
type Registry struct {
	disks *topic.Topic[Disk]
	jobs  *topic.Topic[Job]

	mu     sync.Mutex
	loaded map[string]*Extension
	ended  int
}

// NewRegistry has none before it is started.
func NewRegistry(disks *topic.Topic[Disk], jobs *topic.Topic[Job]) *Registry {
	return &Registry{disks: disks, jobs: jobs, loaded: make(map[string]*Extension)}
}

// Start loads two dozen and follows the jobs.
func (r *Registry) Start(ctx context.Context) error {
	for i := 0; i < 24; i++ {
		r.Swap(fmt.Sprint("extension-", i))
	}
	go r.follow(ctx, r.jobs.Join(16))
	return nil
}

// Swap loads a name anew.
func (r *Registry) Swap(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if before, found := r.loaded[name]; found {
		r.disks.Leave(before.disks)
	}
	r.loaded[name] = Load(name, r.disks)
}

func (r *Registry) follow(ctx context.Context, jobs <-chan Job) {
	for {
		select {
		case <-jobs:
			r.mu.Lock()
			r.ended++
			r.mu.Unlock()
		case <-ctx.Done():
			return
		}
	}
}
