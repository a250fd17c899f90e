// Package relations keeps what was decided about relations.
package relations

import (
	"sync"

	"authz.example/nutmeg/lru"
)

// Relation is between a resource and a target.
type Relation struct {
	Resource, Definition, Target string
}

// Cache knows decisions, and which there are by resource and by target.
type Cache struct {
	mu         sync.Mutex
	direct     *lru.Cache[Relation, *Decision]
	byResource map[string]map[Relation]struct{}
	byTarget   map[string]map[Relation]struct{}
}

// Decision is what was said.
type Decision struct {
	Allowed bool
	Why     [6]string
	Trace   []byte
}

// NewCache keeps a number of decisions.
func NewCache(limit int) *Cache {
	return &Cache{direct: lru.New[Relation, *Decision](limit),
		byResource: make(map[string]map[Relation]struct{}), byTarget: make(map[string]map[Relation]struct{})}
}

// Get returns a decision that is known.
func (c *Cache) Get(r Relation) (*Decision, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.direct.Get(r)
}

// Add keeps a decision.
func (c *Cache) Add(r Relation, d *Decision) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.direct.Add(r, d)
	index(c.byResource, r.Resource, r)
	index(c.byTarget, r.Target, r)
}

func index(by map[string]map[Relation]struct{}, key string, r Relation) {
	of := by[key]
	if of == nil {
		of = make(map[Relation]struct{})
		by[key] = of
	}
	of[r] = struct{}{}
}

// Forget drops all decisions about a resource.
func (c *Cache) Forget(resource string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for r := range c.byResource[resource] {
		c.direct.Remove(r)
		delete(c.byTarget[r.Target], r)
	}
	delete(c.byResource, resource)
}
