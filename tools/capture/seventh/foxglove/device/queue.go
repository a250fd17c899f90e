package device

import "runtime"

const slots = 512

type queue struct {
	c    chan []byte
	ring [slots][]byte
	at   int
}

// newQueue drains itself when it is no longer used.
func newQueue(d *Device) *queue {
	q := &queue{c: make(chan []byte, slots)}
	runtime.SetFinalizer(q, d.flush)
	return q
}

func (q *queue) put(packet []byte) {
	q.ring[q.at%slots] = packet
	q.at++
}
