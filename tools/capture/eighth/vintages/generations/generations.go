// Package generations is a cache in which what nobody asks for dies of age.
package generations

import "sync"

// Wine is an entry.
type Wine struct {
	Name  string
	Notes []byte
}

// Cache has a younger and an older generation.
type Cache struct {
	mu           sync.Mutex
	young, older map[string]*Wine
}

// New is empty.
func New() *Cache { return &Cache{young: make(map[string]*Wine), older: make(map[string]*Wine)} }

// Get returns a wine, made if it is not there.
func (c *Cache) Get(name string) *Wine {
	c.mu.Lock()
	defer c.mu.Unlock()
	if wine, found := c.young[name]; found {
		return wine
	}
	wine, found := c.older[name]
	if !found {
		wine = taste(name)
	}
	c.young[name] = wine
	return wine
}

func taste(name string) *Wine { return &Wine{Name: name, Notes: make([]byte, 5000)} }

// Turn drops the older generation.
func (c *Cache) Turn() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.older, c.young = c.young, make(map[string]*Wine)
}
