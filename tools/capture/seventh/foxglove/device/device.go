// Package device is a peer's tunnel: queues in and out, and the routine between them.
package device

import (
	"sync"
	"sync/atomic"
)

// Device is open until Close.
type Device struct {
	Name     string
	inbound  *queue
	outbound *queue
	dropped  int64
	stop     chan struct{}
	once     sync.Once
}

// Open starts a device.
func Open(name string) *Device {
	d := &Device{Name: name, stop: make(chan struct{})}
	d.inbound = newQueue(d)
	d.outbound = newQueue(d)
	go d.route()
	return d
}

// Take accepts a packet.
func (d *Device) Take(packet []byte) {
	select {
	case d.inbound.c <- append([]byte(nil), packet...):
	default:
		atomic.AddInt64(&d.dropped, 1)
	}
}

// Close ends the device.
func (d *Device) Close() { d.once.Do(func() { close(d.stop) }) }

func (d *Device) route() {
	for {
		select {
		case packet := <-d.inbound.c:
			d.outbound.put(packet)
		case <-d.stop:
			return
		}
	}
}

// flush empties a queue that nobody holds any more.
func (d *Device) flush(q *queue) {
	for {
		select {
		case <-q.c:
			atomic.AddInt64(&d.dropped, 1)
		default:
			return
		}
	}
}
