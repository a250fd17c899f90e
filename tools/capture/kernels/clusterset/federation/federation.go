// Package federation follows several clusters.
package federation

import (
	"sync"
	"time"
)

type deliverer struct {
	mu      sync.Mutex
	target  *informer
	pending int
}

func (d *deliverer) handle() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.pending--
	time.Sleep(80 * time.Millisecond)
	d.target.addCluster()
}

// Close stops deliveries.
func (d *deliverer) Close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.pending = -1
}

type informer struct {
	sync.Mutex
	clusters int
	from     *deliverer
}

func (i *informer) addCluster() {
	i.Lock()
	defer i.Unlock()
	i.clusters++
}

// Stop ends the informer.
func (i *informer) Stop() {
	i.Lock()
	defer i.Unlock()
	time.Sleep(80 * time.Millisecond)
	i.from.Close()
}

// Controller joins both.
type Controller struct {
	informer  *informer
	deliverer *deliverer
}

// Run delivers until stop.
func (c *Controller) Run(stop <-chan struct{}) {
	go c.deliverer.handle()
	go func() {
		<-stop
		c.informer.Stop()
	}()
}

// Run runs a controller and stops it.
func Run(int) {
	d := &deliverer{pending: 1}
	d.target = &informer{from: d}
	c := &Controller{informer: d.target, deliverer: d}
	stop := make(chan struct{})
	c.Run(stop)
	close(stop)
}
