// Package broker runs tasks.
package broker

import (
	"fmt"

	"swarm.example/cumin/watch"
)

// Subscription is who wants the logs of a task.
type Subscription struct {
	ID       string
	Selector []string
	Options  map[string]string
	Tail     []byte
}

// Broker publishes subscriptions.
type Broker struct{ queue *watch.Queue }

// New publishes to a queue.
func New(q *watch.Queue) *Broker { return &Broker{queue: q} }

// Task is task n.
func (b *Broker) Task(n int) { b.queue.Publish(subscription(n)) }

func subscription(n int) *Subscription {
	s := &Subscription{ID: fmt.Sprintf("sub-%08d", n), Options: map[string]string{"follow": "yes", "since": fmt.Sprint(n)}}
	for i := 0; i < 3; i++ {
		s.Selector = append(s.Selector, fmt.Sprintf("node-%d.service-%d", n%24, i))
	}
	s.Tail = make([]byte, 1400)
	return s
}
