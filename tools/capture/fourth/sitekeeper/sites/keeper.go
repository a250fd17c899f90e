// Package sites serves sites by their settings.
package sites

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"
)

// Settings of a site.
type Settings struct {
	Name    string
	Version int
}

type site struct {
	settings Settings
	address  string
	server   *http.Server
}

// Keeper has the site of each name as it is now.
type Keeper struct {
	client http.Client
	mu     sync.Mutex
	sites  map[string]*site
}

// NewKeeper has no sites.
func NewKeeper() *Keeper {
	return &Keeper{
		client: http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}},
		sites:  make(map[string]*site),
	}
}

// Reload serves a site with new settings.
func (k *Keeper) Reload(s Settings) error {
	opened, err := open(s)
	if err != nil {
		return err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.sites[s.Name] = opened
	return nil
}

func open(s Settings) (*site, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	page := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, s.Name, "as of", s.Version)
	})
	opened := &site{settings: s, address: l.Addr().String(), server: &http.Server{Handler: page, IdleTimeout: time.Minute}}
	go func() {
		if err := opened.server.Serve(l); err != nil {
			log.Print(err)
		}
	}()
	return opened, nil
}

// Visit reads a site's page once.
func (k *Keeper) Visit(ctx context.Context, name string) error {
	k.mu.Lock()
	address := k.sites[name].address
	k.mu.Unlock()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address, nil)
	if err != nil {
		return err
	}
	answer, err := k.client.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}
