// Package api serves quotes over HTTP and has shoppers who ask for them.
package api

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand"
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/acme-labs/checkout/internal/quote"
	"github.com/acme-labs/checkout/internal/store"
)

// Server answers /quote.
type Server struct {
	carts *store.Carts
	desk  *quote.Desk
	addr  string
}

// New serves carts priced by desk.
func New(carts *store.Carts, desk *quote.Desk) *Server { return &Server{carts: carts, desk: desk} }

// Start listens on a loopback port until ctx ends.
func (s *Server) Start(ctx context.Context) error {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	s.addr = ln.Addr().String()
	mux := http.NewServeMux()
	mux.HandleFunc("/quote", s.quote)
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: time.Minute}
	go server.Serve(ln)
	go func() {
		<-ctx.Done()
		server.Close()
	}()
	return nil
}

func (s *Server) quote(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.URL.Query().Get("cart"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	seed, _ := strconv.ParseInt(r.URL.Query().Get("n"), 10, 64)
	s.carts.Add(id, store.Line{SKU: "sku-" + strconv.Itoa(id%97), Count: 1 + id%3, Cents: 499})
	ctx, cancel := context.WithTimeout(r.Context(), 100*time.Millisecond)
	defer cancel()
	offer, err := s.desk.Best(ctx, id, seed)
	if err != nil {
		http.Error(w, err.Error(), http.StatusGatewayTimeout)
		return
	}
	json.NewEncoder(w).Encode(offer)
}

// Shop keeps a number of shoppers asking for quotes.
func (s *Server) Shop(ctx context.Context, shoppers int) {
	client := &http.Client{Timeout: 2 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: shoppers}}
	for i := 0; i < shoppers; i++ {
		go s.shopper(ctx, client, int64(i))
	}
}

func (s *Server) shopper(ctx context.Context, client *http.Client, seed int64) {
	random := rand.New(rand.NewSource(seed))
	for ctx.Err() == nil {
		url := fmt.Sprintf("http://%s/quote?cart=%d&n=%d", s.addr, random.Intn(500), random.Int63())
		if resp, err := client.Get(url); err == nil {
			io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
		time.Sleep(time.Duration(200+random.Intn(400)) * time.Millisecond)
	}
}
