// Package cluster has the clusters that are served.
package cluster

import (
	"sync"
	"sync/atomic"

	"git.switchyard.example/mesh/reloader/settings"
)

type endpoint struct {
	address string
	weight  int64
	next    *endpoint
}

// Cluster is one of them.
type Cluster struct {
	number    int
	networks  int64
	endpoints *endpoint
	routes    map[int]string
}

func (c *Cluster) changed(name string, value int) {
	if name == "networks" {
		atomic.StoreInt64(&c.networks, int64(value))
	}
}

// Fleet has a fixed number of clusters.
type Fleet struct {
	hub *settings.Hub

	mu       sync.Mutex
	clusters []*Cluster
}

// NewFleet builds n clusters.
func NewFleet(hub *settings.Hub, n int) *Fleet {
	f := &Fleet{hub: hub, clusters: make([]*Cluster, n)}
	for i := range f.clusters {
		f.clusters[i] = build(hub, i)
	}
	return f
}

func build(hub *settings.Hub, number int) *Cluster {
	c := &Cluster{number: number, routes: make(map[int]string, 300)}
	for i := 0; i < 500; i++ {
		c.endpoints = &endpoint{address: "10.20.30.40:8080", weight: int64(i), next: c.endpoints}
	}
	for i := 0; i < 300; i++ {
		c.routes[i*number] = "outbound"
	}
	hub.OnChange(c.changed)
	return c
}

// Replace builds the n-th cluster anew.
func (f *Fleet) Replace(n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.clusters[n%len(f.clusters)] = build(f.hub, n)
}
