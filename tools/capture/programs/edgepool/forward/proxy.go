// Package forward passes calls on.
package forward

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"sync"
	"time"
)

// Proxy passes calls on to one upstream.
type Proxy struct {
	upstream string
	client   *http.Client
}

// NewProxy keeps up to conns connections alive.
func NewProxy(upstream string, conns int) *Proxy {
	transport := &http.Transport{MaxIdleConns: conns, MaxIdleConnsPerHost: conns}
	return &Proxy{upstream: upstream, client: &http.Client{Transport: transport, Timeout: 20 * time.Second}}
}

// Burst makes n calls at once.
func (p *Proxy) Burst(n int) {
	var wait sync.WaitGroup
	for i := 0; i < n; i++ {
		wait.Add(1)
		go func(i int) {
			defer wait.Done()
			p.Call(fmt.Sprintf("/warm/%d", i))
		}(i)
	}
	wait.Wait()
}

// Call passes one call on.
func (p *Proxy) Call(path string) {
	response, err := p.client.Get(p.upstream + path)
	if err != nil {
		log.Print(err)
		return
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		log.Print(err)
	}
}
