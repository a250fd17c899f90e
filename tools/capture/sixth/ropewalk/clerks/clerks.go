// Package clerks is who books.
package clerks

import (
	"context"
	"fmt"
	"log"
	"math/rand"
	"time"

	"git.hawser.example/books/ropewalk/accounts"
)

const house = "house" // the account on the other side of most bookings

// Work books until ctx ends.
func Work(ctx context.Context, books *accounts.Books, number int) {
	rng := rand.New(rand.NewSource(int64(number)))
	for ctx.Err() == nil {
		slips := make([]int, 1500)
		for i := range slips {
			slips[i] = rng.Intn(900)
		}
		account := fmt.Sprint("customer-", rng.Intn(4000))
		if err := books.Book(account, slips[0]); err != nil {
			log.Print(err)
		}
		if err := books.Book(house, -slips[0]); err != nil {
			log.Print(err)
		}
		time.Sleep(time.Duration(rng.Intn(3000)) * time.Millisecond)
	}
}
