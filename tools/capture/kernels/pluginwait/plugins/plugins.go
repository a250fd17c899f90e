// Package plugins loads plugins when they are asked for.
package plugins

import (
	"errors"
	"sync"
)

// Plugin is active or has failed.
type Plugin struct {
	waiting *sync.Cond
	active  bool
	err     error
}

func (p *Plugin) wait() error {
	p.waiting.L.Lock()
	defer p.waiting.L.Unlock()
	for !p.active {
		p.waiting.Wait()
	}
	return p.err
}

func (p *Plugin) activate() error {
	p.waiting.L.Lock()
	defer p.waiting.L.Unlock()
	if p.active {
		return nil
	}
	p.err = errors.New("not implemented")
	if p.err != nil {
		return p.err
	}
	p.active = true
	p.waiting.Broadcast()
	return nil
}

var plugin = &Plugin{waiting: sync.NewCond(&sync.Mutex{})}

func load(p *Plugin) {
	if err := p.activate(); err != nil {
		return
	}
}

// Get waits for the plugin.
func Get() error {
	go load(plugin)
	return plugin.wait()
}

// Run gets it.
func Run(int) {
	if err := Get(); err != nil {
		return
	}
}
