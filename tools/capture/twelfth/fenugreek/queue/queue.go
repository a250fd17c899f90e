// Package queue has jobs that wait.
package queue

import (
	"context"

	"sims.example/fenugreek/compute"
)

// Queue gives jobs to a node.
type Queue struct {
	node *compute.Node
	jobs chan int
}

// New queues for a node.
func New(n *compute.Node) *Queue { return &Queue{node: n, jobs: make(chan int, 64)} }

// Add queues job n.
func (q *Queue) Add(n int) {
	select {
	case q.jobs <- n:
	default:
	}
}

// Work runs one job after the other.
func (q *Queue) Work(ctx context.Context) {
	for {
		select {
		case job := <-q.jobs:
			q.node.Run(ctx, job)
		case <-ctx.Done():
			return
		}
	}
}
