// Package desk lends boats.
package desk

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"sync/atomic"

	"go.boathook.example/rpc/boathook/local"
)

var errTaken = errors.New("taken")

// Desk asks the service.
type Desk struct {
	service *local.Service
	asked   int64
}

// New asks a service.
func New(service *local.Service) *Desk { return &Desk{service: service} }

// ServeHTTP lends a boat.
func (d *Desk) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	name, err := d.Ask(int(atomic.AddInt64(&d.asked, 1)))
	if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	if _, err := fmt.Fprintln(w, name); err != nil {
		log.Print(err)
	}
}

// Ask returns the name of a boat that is free.
func (d *Desk) Ask(boat int) (string, error) {
	c := d.service.Dial()
	if err := json.NewEncoder(c).Encode(local.Question{Boat: boat}); err != nil {
		return "", err
	}
	var answer local.Answer
	if err := json.NewDecoder(c).Decode(&answer); err != nil {
		return "", err
	}
	if !answer.Free {
		return "", errTaken
	}
	return answer.Name, c.Close()
}
