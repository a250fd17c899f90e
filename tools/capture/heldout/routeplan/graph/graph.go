// Package graph has the roads.
package graph

import (
	"bufio"
	"net"
	"sync"
)

// Graph may be read by many.
type Graph struct {
	mu     sync.RWMutex
	server string
	cost   []int
}

// New has n roads.
func New(server string, n int) *Graph { return &Graph{server: server, cost: make([]int, n)} }

// Path adds up roads.
func (g *Graph) Path(from int) (sum int) {
	g.mu.RLock()
	defer g.mu.RUnlock()
	for _, cost := range g.cost[from%100:] {
		sum += cost
	}
	return sum
}

// Update changes the cost of a road.
func (g *Graph) Update(n int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.cost[n%len(g.cost)] = n
}

// Refine corrects a path by the elevation of its start.
func (g *Graph) Refine(n int) int {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.cost[n%len(g.cost)] + len(g.elevation())
}

func (g *Graph) elevation() string {
	nc, err := net.Dial("tcp", g.server)
	if err != nil {
		return ""
	}
	defer nc.Close()
	line, _ := bufio.NewReader(nc).ReadString('\n')
	return line
}
