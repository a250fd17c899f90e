// Package stock compares what shops have with what they should have.
package stock

import (
	"errors"
	"log"
	"math/rand"
	"strconv"
	"sync"
	"time"

	"git.bookcrate.example/stock/shelfsync/flow"
)

var errUnreachable = errors.New("stock: the house does not answer")

// Book is one line of a list.
type Book struct {
	Title  string
	Copies int
}

// Keeper knows the shops.
type Keeper struct {
	shops  int
	mu     sync.Mutex
	orders map[string]int
}

// NewKeeper looks after that many shops.
func NewKeeper(shops int) *Keeper { return &Keeper{shops: shops, orders: make(map[string]int)} }

// Visit compares one shop and orders what it lacks.
func (k *Keeper) Visit(n int) {
	lacking, err := k.Compare(n % k.shops)
	if err != nil {
		if n%50 == 0 {
			log.Printf("shop %d: %v", n%k.shops, err)
		}
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, title := range lacking {
		k.orders[title]++
	}
}

// Compare returns the titles that a shop should have and has not.
func (k *Keeper) Compare(shop int) ([]string, error) {
	wanted := flow.Produce(k.house(shop))
	present := flow.Produce(k.shelf(shop))
	list, err := wanted.Collect()
	if err != nil {
		return nil, err
	}
	stands, err := present.Collect()
	if err != nil {
		return nil, err
	}
	copies := make(map[string]int, len(stands))
	for _, book := range stands {
		copies[book.Title] = book.Copies
	}
	var lacking []string
	for _, book := range list {
		if copies[book.Title] < book.Copies {
			lacking = append(lacking, book.Title)
		}
	}
	return lacking, nil
}

func (k *Keeper) house(shop int) func(emit func(Book)) error {
	return func(emit func(Book)) error {
		for i := 0; i < 30; i++ {
			if i == 7 && rand.Intn(5) == 0 {
				return errUnreachable
			}
			time.Sleep(3 * time.Millisecond)
			emit(Book{Title: title(shop, i), Copies: 3})
		}
		return nil
	}
}

func (k *Keeper) shelf(shop int) func(emit func(Book)) error {
	return func(emit func(Book)) error {
		for i := 0; i < 30; i++ {
			emit(Book{Title: title(shop, i), Copies: rand.Intn(6)})
		}
		return nil
	}
}

func title(shop, i int) string { return "title " + strconv.Itoa((shop*17+i)%400) }
