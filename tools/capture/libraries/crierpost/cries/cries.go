// Package cries tells the news through redis.
package cries

import (
	"context"
	"fmt"
	"log"
	"time"

	"github.com/gomodule/redigo/redis"
	redis5 "gopkg.in/redis.v5"

	"hub.tessera.example/base/cadence"
)

// Start subscribes and publishes.
func Start(ctx context.Context) error {
	pool := &redis.Pool{MaxActive: 6, MaxIdle: 6, Wait: true, IdleTimeout: time.Minute, Dial: dial}
	for i := 0; i < 10; i++ {
		cadence.Loop(ctx, 30*time.Millisecond, func(n int) { task(pool, n) })
	}
	for i := 0; i < 12; i++ {
		go hear(fmt.Sprint("ward", i))
	}
	client := redis5.NewClient(&redis5.Options{Addr: "127.0.0.1:6379", PoolSize: 5, ReadTimeout: 10 * time.Second})
	for i := 0; i < 9; i++ {
		queue := fmt.Sprint("letters:", i)
		go func() {
			for ctx.Err() == nil {
				_ = client.BLPop(5*time.Second, queue).Err()
			}
		}()
		go follow(client, queue)
	}
	return nil
}

func dial() (redis.Conn, error) { return redis.Dial("tcp", "127.0.0.1:6379") }

func task(pool *redis.Pool, n int) {
	conn := pool.Get()
	defer conn.Close()
	_, _ = conn.Do("PUBLISH", fmt.Sprint("ward", n%12), "oyez")
	_, _ = conn.Do("BLPOP", "nothing", 1)
}

// hear reads the news of one ward.
func hear(ward string) {
	conn, err := dial()
	if err != nil {
		log.Print(err)
		return
	}
	defer conn.Close()
	psc := redis.PubSubConn{Conn: conn}
	if err := psc.Subscribe(ward); err != nil {
		return
	}
	for {
		switch v := psc.Receive().(type) {
		case redis.Message:
		case error:
			log.Print(v)
			return
		}
	}
}

func follow(client *redis5.Client, name string) {
	sub, err := client.PSubscribe(name + "*")
	if err != nil {
		return
	}
	defer sub.Close()
	for {
		if _, err := sub.ReceiveMessage(); err != nil {
			return
		}
	}
}
