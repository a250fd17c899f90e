// Package chain checks requests against rules.
package chain

import "sync"

// Rule says whether a request may pass.
type Rule func(request int) bool

// Chain is the rule in force.
type Chain struct {
	mu   sync.Mutex
	rule Rule
}

// New lets everything pass.
func New() *Chain { return &Chain{rule: func(int) bool { return true }} }

// Reload puts a limit in force.
func (c *Chain) Reload(version int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rule = limit(c.rule, version)
}

func limit(next Rule, version int) Rule {
	window := make([]int32, 640)
	window[0] = int32(version)
	return func(request int) bool {
		return request < int(window[0]) || next(request)
	}
}

// Check asks the rule in force.
func (c *Chain) Check(request int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.rule(request)
}
