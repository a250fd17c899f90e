// Package site renders pages.
package site

import "sync"

type bare struct{ page *Page }

// Words counts, after the content is there.
func (b *bare) Words() int {
	b.page.prepare()
	return 3
}

type shortcodes struct{ all map[int]func() error }

func (s *shortcodes) execute() error {
	for _, render := range s.all {
		if err := render(); err != nil {
			return err
		}
	}
	return nil
}

// Page has content that is made when it is first asked for.
type Page struct {
	mu    sync.Mutex
	once  sync.Once
	codes *shortcodes
}

func (p *Page) prepare() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.once.Do(func() {
		if err := p.codes.execute(); err != nil {
			return
		}
	})
}

// Site has pages.
type Site struct{ pages []*Page }

func (s *Site) write(p *Page) { p.prepare() }

func (s *Site) render() {
	var all sync.WaitGroup
	for _, p := range s.pages {
		all.Add(1)
		go func(p *Page) {
			defer all.Done()
			s.write(p)
		}(p)
	}
	all.Wait()
}

// Run renders a site.
func Run(int) {
	s := &Site{}
	for i := 0; i < 2; i++ {
		p := &Page{}
		b := &bare{page: p}
		p.codes = &shortcodes{all: map[int]func() error{0: func() error {
			b.Words()
			return nil
		}}}
		s.pages = append(s.pages, p)
	}
	s.render()
}
