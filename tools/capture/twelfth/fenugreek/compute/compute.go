// Package compute runs simulations.
package compute

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"

	"sims.example/fenugreek/httpfs"
)

// Process is a simulation that runs or has run.
type Process struct {
	Job     int
	Started time.Time
	Took    time.Duration
	Err     error
	out     io.WriteCloser
}

// Node runs processes and shows those that it ran.
type Node struct {
	fs      *httpfs.FS
	mu      sync.Mutex
	history map[int]*Process
}

// NewNode writes output to a folder.
func NewNode(fs *httpfs.FS) *Node { return &Node{fs: fs, history: make(map[int]*Process)} }

func (n *Node) newProcess(job int) *Process {
	p := &Process{Job: job, Started: time.Now(), out: n.fs.Create(name(job))}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.history[job] = p
	return p
}

func name(job int) string { return fmt.Sprintf("job-%06d.txt", job%64) }

// Run runs a job to its end.
func (n *Node) Run(ctx context.Context, job int) {
	p := n.newProcess(job)
	p.Err = p.run(ctx)
	p.Took = time.Since(p.Started)
	if p.Err == nil {
		p.Err = n.fs.Remove(name(job))
	}
}

func (p *Process) run(ctx context.Context) error {
	defer p.out.Close()
	for step := 0; step < 20; step++ {
		if _, err := fmt.Fprintf(p.out, "step %d of job %d: energy %g\n", step, p.Job, 1/float64(step+1)); err != nil {
			return err
		}
		select {
		case <-time.After(80 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}
