// Package fetch visits sites and watches their robots files.
package fetch

import (
	"fmt"
	"hash/crc32"
	"sync"
	"time"

	"example.org/ops/pool"
)

// Site is one host.
type Site struct {
	host   string
	mu     sync.Mutex
	robots uint32
}

// Crawler is the known sites.
type Crawler struct {
	mu    sync.Mutex
	sites map[int]*Site
	pages *pool.Pool[string]
}

// New fetches pages through a pool.
func New(pages *pool.Pool[string]) *Crawler {
	return &Crawler{sites: make(map[int]*Site), pages: pages}
}

// Submit visits a site.
func (c *Crawler) Submit(id int) {
	c.mu.Lock()
	site, known := c.sites[id]
	if !known {
		site = &Site{host: fmt.Sprintf("www%d.example.net", id)}
		c.sites[id] = site
	}
	c.mu.Unlock()
	go site.poll()
	for page := 0; page < 3; page++ {
		c.pages.Offer(fmt.Sprintf("https://%s/%d", site.host, page))
	}
}

func (s *Site) poll() {
	wait := 500 * time.Millisecond
	for {
		if s.changed() {
			wait = 500 * time.Millisecond
		} else if wait < 8*time.Second {
			wait *= 2
		}
		time.Sleep(wait)
	}
}

func (s *Site) changed() bool {
	sum := crc32.ChecksumIEEE([]byte(s.host + time.Now().Format("15:04")))
	s.mu.Lock()
	defer s.mu.Unlock()
	changed := sum != s.robots
	s.robots = sum
	return changed
}
